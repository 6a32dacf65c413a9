/**
 * An SVG of one ink as a mask of CSS. Only what an address in quotes cannot hold is escaped: each page hands its drawings
 * over to WeChat's view, and all escapes are half as much again.
 */
export function maskOf(svg: string): string {
  return `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[<>#%]/g, encodeURIComponent)}")`;
}
