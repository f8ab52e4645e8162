// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

/** In which language people are spoken to. Codes, ids and names of commands are the same in all. */
public enum Language {
  /** Chinese. */
  ZH,
  /** English. */
  EN,
  /** Chinese, then English: nothing is guessed from the machine. */
  BOTH;

  /** A sentence or a heading. */
  public String of(String zh, String en) {
    return switch (this) {
      case ZH -> zh;
      case EN -> en;
      case BOTH -> zh.equals(en) || zh.isEmpty() ? en : en.isEmpty() ? zh : zh + " " + en;
    };
  }
}
