/** The theme of app/styles/app.css, for pictures that carry their own colours. */
export const colours = {
  paper: '#faf9f5',
  surface: '#ffffff',
  sunken: '#f1f0ea',
  ink: '#17262b',
  inkSoft: '#4a5a60',
  line: '#dedfd8',
  lineStrong: '#7d8b90',
  accent: '#0b5563',
  accentStrong: '#083e49',
  accentSoft: '#e2eff0',
  painPoint: '#a8271e',
  painPointSoft: '#fbe6e3',
  idea: '#7a5200',
  ideaSoft: '#fcf1d8',
} as const
