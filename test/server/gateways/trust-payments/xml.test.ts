import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createElement, readXml, setAt, textAt, writeXml } from '../../../../src/server/gateways/trust-payments/xml.ts';

describe('XML that is read', () => {
  const good: [name: string, xml: string, path: string, text: string | undefined][] = [
    ['the text of an element', '<a><b>c</b></a>', 'b', 'c'],
    ['an attribute', '<a><b c="d"/></a>', 'b/@c', 'd'],
    ['an attribute in single quotes', "<a><b c='d\"'/></a>", 'b/@c', 'd"'],
    ['an attribute of the root', '<a b = "c"></a>', '@b', 'c'],
    ['the first of several', '<a><b>1</b><b>2</b></a>', 'b', '1'],
    ['nothing where there is none', '<a><b/></a>', 'b/c', undefined],
    ['nothing of an attribute where there is none', '<a/>', 'b/@c', undefined],
    ['an empty element', '<a><b></b></a>', 'b', ''],
    ['entities', '<a>&lt;&amp;amp;&gt;&quot;&apos;</a>', '', '<&amp;>"\''],
    ['characters by number', '<a b="&#40857;">&#x4E95;&#x1f375;</a>', '@b', '龙'],
    ['a declaration', '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<a><b>c</b></a>\n', 'b', 'c'],
    ['white space as it stands', '<a><b> c\n</b ></a>', 'b', ' c\n'],
  ];
  for (const [name, xml, path, text] of good) {
    it(`gives ${name}`, () => {
      const root = readXml(xml);
      assert.equal(path === '' ? root.text : textAt(root, path), text);
    });
  }

  const bad: [name: string, xml: string][] = [
    ['nothing', ''],
    ['text alone', 'a'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>b'],
    ['an element that is not closed', '<a><b></a>'],
    ['an element that is closed twice', '<a></a></a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['a tag that is cut short', '<a><b'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without a value', '<a b/>'],
    ['an angle in an attribute', '<a b="<"/>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE with entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['an entity of somebody’s own', '<a>&x;</a>'],
    ['an entity that every object has', '<a>&constructor;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['an entity without an end', '<a>&amp</a>'],
    ['the character zero', '<a>&#0;</a>'],
    ['half a character', '<a>&#xD800;</a>'],
    ['a character beyond Unicode', '<a>&#x110000;</a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['CDATA', '<a><![CDATA[b]]></a>'],
    ['an instruction', '<a><?php b ?></a>'],
    ['a second declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
  ];
  for (const [name, xml] of bad) it(`refuses ${name}`, () => assert.throws(() => readXml(xml), SyntaxError));

  it('is as deep as it likes to be', () => {
    const depth = 50_000;
    assert.equal(readXml('<a>'.repeat(depth) + '</a>'.repeat(depth)).name, 'a');
  });
});

describe('XML that is written', () => {
  it('has elements and attributes where they were set, one for each path', () => {
    const root = createElement('a');
    setAt(root, 'b/c', '1');
    setAt(root, 'b/@d', '2');
    setAt(root, 'e', '');
    assert.equal(writeXml(root), '<?xml version="1.0" encoding="utf-8"?><a><b d="2"><c>1</c></b><e/></a>');
  });

  it('reads back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, attribute) => {
        const root = createElement('a', text);
        setAt(root, '@b', attribute);
        const read = readXml(writeXml(root));
        assert.deepEqual([read.text, textAt(read, '@b')], [text, attribute]);
      }),
    );
  });
});
