import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** What eslint cannot tell without types is the compiler's part (tsconfig.json is strict). */
export default tseslint.config(
  { ignores: ['build/', 'data/', '.react-router/', 'prisma/generated/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
    },
  },
  {
    // The compiler checks these with their JSDoc, and knows what Node has.
    files: ['**/*.{js,mjs,cjs}'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, ...jsxA11y.flatConfigs.recommended.plugins },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      ...reactHooks.configs.flat.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      // These three serve the React compiler, which is not used here. They take every object that carries a ref
      // for a ref, a ref under another name for state, and a kind's one lazy component for one made while rendering.
      'react-hooks/refs': 'off',
      'react-hooks/immutability': 'off',
      'react-hooks/static-components': 'off',
      // Our own fields take focus where a dialog or a one-field page opens, as React Aria does it.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text of users is never markup. Where markup is ours and made safe, say so beside a disabled rule.',
        },
        {
          selector: 'MemberExpression[object.name="Intl"][property.name="DateTimeFormat"]',
          message: 'Times are said by app/workshops/wall-time.ts: by one clock for everybody.',
        },
      ],
    },
  },
  { files: ['app/workshops/wall-time.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Written texts and rows of cases are long without being hard to follow.
    files: ['tests/**', 'app/**/templates/**', 'app/**/messages/**', 'prisma/seed/**'],
    rules: { 'max-lines': 'off' },
  },
)
