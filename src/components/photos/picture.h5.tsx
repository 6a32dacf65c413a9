export function Picture({ src, whole }: { src: string; whole?: boolean }) {
  return <img className={whole ? 'photo-whole' : 'photo-picture'} src={src} alt="" />;
}
