/** One line as the reader sees it: of a text file, a paragraph or table row of a document, a line of a page. */
export type Line = {
  line: number;
  text: string;
  /** Of a table row. */
  cells?: readonly string[];
  /** A whole paragraph: the next line is another. */
  whole?: true;
  bullet?: boolean;
};
