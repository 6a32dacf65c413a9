/** A refusal as Tencent Cloud words it: 200, with `Response.Error`. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
