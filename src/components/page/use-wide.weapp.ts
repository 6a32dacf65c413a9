export function useWide() {
  // A phone has one width.
}
