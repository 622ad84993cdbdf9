import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from './canonical-html.ts';

const same = (one: string, other: string) => assert.equal(canonical(one), canonical(other));
const differ = (one: string, other: string) => assert.notEqual(canonical(one), canonical(other));

test('the order of attributes, the indentation and the spelling of a boolean attribute are forgiven', () => {
  same('<input id="a" disabled>', '<input disabled="" id="a" />');
  same('<div class=" a\n  b ">\n  <p>\n one\n two </p>\n</div>', '<div class="a b"><p>one two</p></div>');
  same('<p>\n  <a>\n  Back </a>\n</p>', '<p><a>Back</a></p>');
});

test('a missing, added or changed attribute, class, element or word is noticed', () => {
  differ('<p id="a">one</p>', '<p>one</p>');
  differ('<p class="a b">one</p>', '<p class="b a">one</p>');
  differ('<p aria-label="a  b">one</p>', '<p aria-label="a b">one</p>');
  differ('<p><b>one</b></p>', '<p>one</p>');
  differ('<p>one</p>', '<p>One</p>');
  differ('<p>a</p><p>b</p>', '<p>b</p><p>a</p>');
  differ('<div><p>a</p></div><p>b</p>', '<div><p>a</p><p>b</p></div>');
});

test('a space that is read between words is noticed, wherever the tags stand', () => {
  differ('<p>Change<span> name</span></p>', '<p>Change<span>name</span></p>');
  differ('<p>Error:<b>x</b></p>', '<p>Error: <b>x</b></p>');
  same('<p>Error: <b>x</b></p>', '<p>Error:<b> x</b></p>');
  differ('<p>one&nbsp;two</p>', '<p>one two</p>');
});

test('what was typed into a text area is compared as it stands', () => {
  differ('<textarea>one\ntwo</textarea>', '<textarea>one two</textarea>');
});

test('escaped angle brackets are words, not elements', () => {
  differ('<p>&lt;b&gt;one&lt;/b&gt;</p>', '<p><b>one</b></p>');
});
