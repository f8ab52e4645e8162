// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/**
 * What is told of a file that is read all the same, with a sentence in each language. Never renamed
 * or reused.
 */
public enum NoteCode {
  /** Numbers with more decimals than are stored. */
  ROUNDED(
      "小数位数多于账本所存，已按四舍六入五成双取舍；签名的是取舍后的数值。",
      "Numbers have more decimals than are stored and were rounded, half to even: what is signed"
          + " are the rounded ones."),
  /** Cells that are shown as per cent. */
  SHOWN_AS_PERCENT(
      "单元格按百分比显示，读取的是其所存数值（显示 2% 者为 0.02）；请核对单位。",
      "Cells are shown as per cent and were read as they are stored, 0.02 where 2% is shown: check"
          + " the unit."),
  /** Rows that are not seen. */
  HIDDEN_ROWS("隐藏的行也已读取；请取消隐藏并核对。", "Hidden rows were read as well: unhide them and look at them."),
  /** A column that is not seen. */
  HIDDEN_COLUMN(
      "隐藏的列也已读取；请取消隐藏并核对。", "A hidden column was read as well: unhide it and look at it."),
  /** A sheet that is not seen. */
  HIDDEN_SHEET(
      "隐藏的工作表也已读取；请取消隐藏并核对。", "A hidden sheet was read as well: unhide it and look at it."),
  /** Points of one sampling with other layers. */
  LAYERS_DIFFER(
      "同一次采样中各样点的土层数不同；请核对是否有漏填。",
      "Points of one sampling have different numbers of layers: check that none was left out.");

  private final String zh;
  private final String en;

  NoteCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What is so, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What is so, in English. */
  public String en() {
    return en;
  }
}
