import { plainText } from '../../lib/plain-text'
import { parseSvg, type SvgElement } from './parse-svg'

const drawn = [
  'svg g defs symbol use title desc style image path rect circle ellipse line polyline polygon',
  'text tspan textPath marker linearGradient radialGradient stop clipPath mask pattern',
  'filter feBlend feColorMatrix feComposite feDropShadow feFlood feGaussianBlur feMerge feMergeNode feOffset',
]
const elements = new Set(drawn.flatMap((names) => names.split(' ')))

const namespaces: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
}

const pictureData = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/
const ownReference = /^#[\w:.-]+$/

/** Whether every `url(…)` in a value points into the picture itself. */
function staysInside(value: string): boolean {
  const rest = value.replace(/url\(\s*(["']?)#[\w:.-]+\1\s*\)/gi, '')
  return !/url\s*\(|@import|expression\s*\(|javascript:|\\|image-set|image\s*\(|src\s*\(/i.test(rest)
}

/** The face of a document is its writer's to choose, so that the same letters stand everywhere. */
function keptDeclarations(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration && !/^(?:font-family|font)\s*:/i.test(declaration))
    .filter(staysInside)
    .join(';')
}

/** Rules only: at-rules are how a style sheet reaches outside. */
function keptRules(sheet: string): string {
  const rules = sheet.replace(/\/\*[^]*?\*\/|@[^;{}]*;/g, '').matchAll(/([^{}@<>\\]+)\{([^{}<>]*)\}/g)
  return [...rules]
    .map(([, selectors = '', style = '']) => `${selectors.trim()}{${keptDeclarations(style)}}`)
    .join('\n')
}

function keptAttribute(element: string, name: string, value: string): string | undefined {
  if (name === 'xmlns' || name === 'xmlns:xlink') return namespaces[name]
  if (name === 'href' || name === 'xlink:href') {
    return ownReference.test(value) || (element === 'image' && pictureData.test(value)) ? value : undefined
  }
  if (name.includes(':') && name !== 'xml:space' && name !== 'xml:lang') return undefined
  if (/^on|^font-family$|^(?:src|base|ping|target|download|tabindex)$/i.test(name)) return undefined
  if (/^(?:aria-[a-z]+|role|class|lang)$/.test(name)) return plainText(value)
  if (name === 'style') return keptDeclarations(value)
  return staysInside(value) ? plainText(value) : undefined
}

function cleanElement({ name, attributes, children }: SvgElement): SvgElement {
  const kept: Record<string, string> = {}
  for (const [attribute, value] of Object.entries(attributes)) {
    const clean = keptAttribute(name, attribute, value)
    if (clean !== undefined) kept[attribute] = clean
  }
  if (name === 'style') return { name, attributes: {}, children: [keptRules(children.filter(isWords).join(''))] }
  return { name, attributes: kept, children: children.flatMap(cleanChild) }
}

function cleanChild(child: SvgElement | string): (SvgElement | string)[] {
  if (isWords(child)) return [plainText(child)]
  return elements.has(child.name) ? [cleanElement(child)] : []
}

function isWords(child: SvgElement | string): child is string {
  return typeof child === 'string'
}

/**
 * A picture with everything left out that could run, reach outside itself or choose another face: scripts, event
 * handlers, foreign content, links, outside images and style sheets. Throws `PictureRefused` when it is no SVG.
 */
export function cleanSvg(source: string): SvgElement {
  return cleanElement(parseSvg(source))
}
