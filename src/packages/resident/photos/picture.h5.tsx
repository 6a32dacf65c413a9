export function Picture({ src, name }: { src: string; name: string }) {
  return <img className="photo-picture" src={src} alt={name} />;
}
