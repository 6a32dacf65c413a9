export function onKeptElsewhere(): void {}
