export interface FormProps {
  /** of the case */
  id: string;
  /** of the whistle that is answered or rated */
  whistle?: string;
  /** where to go once it is done, or can no longer be done */
  onDone(): void;
}
