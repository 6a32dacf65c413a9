import type { GroupProps, OptionProps } from './option';

export function Group({ legend, hideLegend, describedBy, children }: GroupProps) {
  return (
    <fieldset className="choice-group" aria-describedby={describedBy}>
      <legend className={hideLegend ? 'unseen' : 'choice-legend'}>{legend}</legend>
      {children}
    </fieldset>
  );
}

export function Option({ many, name, checked, disabled, className, onPick, children }: OptionProps) {
  return (
    <label className={className}>
      <input
        className="choice-input"
        type={many ? 'checkbox' : 'radio'}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onPick}
      />
      {children}
    </label>
  );
}
