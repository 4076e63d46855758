import { Resvg } from '@resvg/resvg-js'
import { documentFace, fontPaths, readPrintFaces } from '../fonts/faces.server'
import { byFace } from '../fonts/printable'
import type { PictureFormat } from '../formats'
import { cleanSvg } from './clean-svg'
import type { SvgElement } from './parse-svg'
import { type PictureSize, sizeOf } from './size'
import { screenFamilies, writeSvg } from './write-svg'

const narrowest = 16
// More than an A3 page at 300 dots to the inch: 100 MB to draw, and seconds of a processor.
const mostPixels = 24_000_000

/** A width in whole pixels, such that the picture has a pixel to its height and can be opened. */
export function drawableWidth(asked: number, { width, height }: PictureSize): number {
  const most = Math.floor(Math.sqrt((mostPixels * width) / height))
  const least = Math.max(narrowest, Math.ceil(width / height))
  return Math.max(least, Math.min(Math.round(asked) || width, most))
}

/** PNG of a picture that is clean already, `width` pixels wide or as near as can be drawn. */
export function drawPng(picture: SvgElement, size: PictureSize, width: number): Uint8Array {
  const faces = readPrintFaces()
  const svg = writeSvg(picture, size, { fontFamily: documentFace, faces: (words) => byFace(words, faces) })
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: drawableWidth(width, size) },
    font: { loadSystemFonts: false, fontFiles: [...fontPaths], defaultFontFamily: documentFace },
    background: '#ffffff',
    logLevel: 'off',
  })
  return drawing.render().asPng()
}

/**
 * A picture as a file of its own. Throws `PictureRefused` when it is no SVG.
 * Takes the thread until it is done: call it in a worker.
 */
export function writePicture(svg: string, format: PictureFormat, width: number): Uint8Array {
  const picture = cleanSvg(svg)
  const size = sizeOf(picture)
  if (format === 'png') return drawPng(picture, size, width)
  const written = writeSvg(picture, size, { fontFamily: screenFamilies })
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`)
}
