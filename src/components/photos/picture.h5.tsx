export function Picture({ src }: { src: string }) {
  return <img className="photo-picture" src={src} alt="" />;
}
