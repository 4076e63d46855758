/**
 * The framework's options, in one place. Remix lives on as React Router 7
 * (docs/decisions/remix-as-react-router.md); react-router.config.ts re-exports this file.
 *
 * @type {import('@react-router/dev/config').Config}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build/web',
  ssr: true,
  serverModuleFormat: 'esm',
}
