import { View } from '@tarojs/components';
import { useState } from 'react';
import { asCallError } from '@/cloud/call-error';
import { printPage, savePicture } from '@/cloud/picture';
import { Button } from '../button';
import { Facts } from '../facts';
import { FieldError } from '../field';
import { Heading } from '../heading';
import { Signature } from '../mandate/signature';
import { Lines, Words } from '../words';
import { codePicture } from './code';
import { layOut } from './draw';
import type { Sheet } from './model';
import './sheet.scss';

/** A sheet to keep, as it is read on the page and printed from it. */
export function SheetPaper({ sheet }: { sheet: Sheet }) {
  const { title, lead, facts, parts = [], strokes, signs = [], under, note, isPoster } = sheet;
  const picture = codePicture(sheet.code);
  return (
    <View className={isPoster ? 'sheet sheet-poster' : 'sheet'}>
      <View className="sheet-title">{title}</View>
      {lead && <Words>{lead}</Words>}
      {facts && <Facts facts={facts} />}
      {parts.map((part) => (
        <View key={part.title} className="sheet-part">
          <Heading level={2}>{part.title}</Heading>
          {part.facts && <Facts facts={part.facts} />}
          {part.lines && <Lines items={part.lines} />}
        </View>
      ))}
      {strokes && <Signature strokes={strokes} />}
      {signs.map((sign) => (
        <View key={sign} className="sheet-sign">
          {sign}
        </View>
      ))}
      {picture && (
        <View
          className="sheet-code"
          style={{ backgroundImage: `url("${picture}")` }}
          role="img"
          aria-label={`${title}的码`}
        />
      )}
      <View className="sheet-under">{under}</View>
      {note && <Words look="muted">{note}</Words>}
    </View>
  );
}

/** Onto paper, or kept as a picture. */
export function KeepBar({ sheet, name }: { sheet: Sheet; name: string }) {
  const [said, setSaid] = useState<{ fault?: string }>();
  const save = () =>
    savePicture(name, layOut(sheet), codePicture(sheet.code)).then(
      () => setSaid({}),
      (failure: unknown) => setSaid({ fault: asCallError(failure).message }),
    );
  const isSaved = said !== undefined && said.fault === undefined;
  return (
    <>
      <FieldError id="sheet-saved">{said?.fault}</FieldError>
      <View className="sheet-ways">
        {printPage && (
          <Button look="main" icon="paper" onPress={printPage}>
            打印
          </Button>
        )}
        <Button
          look={printPage ? 'plain' : 'main'}
          icon={isSaved ? 'tick' : 'camera'}
          onPress={() => void save()}
        >
          {isSaved ? '图片存好了' : '存成图片'}
        </Button>
      </View>
      {!printPage && <Words look="muted">微信里不能打印：图片存进相册，再拿去打印。</Words>}
    </>
  );
}
