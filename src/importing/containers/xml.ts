/** Streaming XML of Office packages: elements by local name, namespaces left aside. */
import { SaxesParser } from 'saxes';

export interface XmlHandler {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** An XML part that breaks its own rules. */
export class XmlFault extends Error {}

/** `feed` hands the document over in pieces. Names lose their prefix: `w:tbl` is `tbl`. Throws XmlFault. */
export function parseXml(feed: (take: (text: string) => void) => void, handler: XmlHandler): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    handler.open(localName(name), (wanted) => {
      if (wanted in attributes) return attributes[wanted];
      const found = Object.keys(attributes).find((key) => localName(key) === wanted);
      return found === undefined ? undefined : attributes[found];
    });
  });
  parser.on('closetag', ({ name }) => handler.close(localName(name)));
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  feed((piece) => void parser.write(piece));
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
