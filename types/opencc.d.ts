declare module 'opencc-js/dict/TSCharacters' {
  /** `萬 万|與 与|…`: a traditional character, then the simplified ones that it may be, the likeliest first */
  const characters: string;
  export default characters;
}
