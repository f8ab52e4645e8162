// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A part's XML, as far as the limits permit. What a parser keeps for each open element is released
 * only when the element ends: a file of 66 KB can open twenty million, and ask for all memory that
 * there is.
 */
final class GuardedXml extends StreamReaderDelegate {
  /** Elements within elements; a workbook has some ten. */
  private static final int DEPTH_MOST = 64;

  /**
   * Bytes that are unpacked for one tag or one piece of text, which a parser holds as a whole; more
   * than it reads ahead. The longest text of a cell has a tenth.
   */
  private static final int TOKEN_MOST = 1024 * 1024;

  /** How many elements are read between two questions whether somebody still waits. */
  private static final int ELEMENTS_BETWEEN_WORDS = 1_024;

  private final Budget budget;
  private int depth;

  /** What is left for all parts of a file. */
  static final class Budget {
    private final long bytesMost;
    private final long elementsMost;
    private final Runnable watch;
    private long bytes;
    private long bytesOfToken;
    private long elements;

    /**
     * @param watch called from time to time; what it throws ends the reading
     */
    Budget(Limits limits, Runnable watch) {
      this.bytesMost = limits.unpackedBytes();
      this.elementsMost = limits.elements();
      this.watch = watch;
    }

    /** Whatever the file says of its sizes, what comes out of it is counted. */
    void unpacked(int more) {
      bytes += more;
      bytesOfToken += more;
      if (bytes > bytesMost) {
        throw new FileProblem(
            SheetCode.FILE_TOO_LARGE,
            zh("解压后超过 %s 字节").en("unpacked it has more than %s bytes", bytesMost));
      }
      if (bytesOfToken > TOKEN_MOST) {
        throw new FileProblem(
            SheetCode.NOT_A_SPREADSHEET,
            zh("标签或文本超过 %s 字节").en("a tag or text has more than %s bytes", TOKEN_MOST));
      }
      watch.run();
    }

    private void token() {
      bytesOfToken = 0;
    }

    private void element() {
      elements++;
      if (elements > elementsMost) {
        throw new FileProblem(
            SheetCode.FILE_TOO_LARGE,
            zh("XML 元素超过 %s 个").en("it has more than %s XML elements", elementsMost));
      }
      if (elements % ELEMENTS_BETWEEN_WORDS == 0) {
        watch.run();
      }
    }
  }

  GuardedXml(XMLStreamReader xml, Budget budget) {
    super(xml);
    this.budget = budget;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    budget.token();
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      if (depth > DEPTH_MOST) {
        throw new FileProblem(
            SheetCode.NOT_A_SPREADSHEET,
            zh("元素嵌套超过 %s 层").en("elements are nested more than %s deep", DEPTH_MOST));
      }
      budget.element();
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }
}
