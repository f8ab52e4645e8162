// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which language people are spoken to. Codes, ids and names of commands are the same in all. */
public enum Language {
  /** Chinese. */
  ZH,
  /** English. */
  EN,
  /** Chinese, then English: nothing is guessed from the machine. */
  BOTH;

  private static final String OPTION = "--lang";

  /**
   * The language that somebody asks for, before the command line is understood: help, and what is
   * said of a command line that is not right, are in it too.
   *
   * @param variable what the environment says
   */
  public static Language asked(List<String> arguments, Optional<String> variable) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        return named(argument.substring(OPTION.length() + 1));
      }
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        return named(arguments.get(i + 1));
      }
    }
    return variable.map(Language::named).orElse(BOTH);
  }

  private static Language named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(BOTH);
  }

  /** A sentence or a heading. */
  public String of(String zh, String en) {
    return switch (this) {
      case ZH -> zh;
      case EN -> en;
      case BOTH -> zh.equals(en) || zh.isEmpty() ? en : en.isEmpty() ? zh : zh + " " + en;
    };
  }
}
