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
  // What version 8 will do by itself. Middleware is left out: loaders are given plain services instead.
  future: {
    v8_middleware: false,
    v8_passThroughRequests: true,
    v8_splitRouteModules: true,
    v8_trailingSlashAwareDataRequests: true,
    v8_viteEnvironmentApi: false,
  },
}
