// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.Console;
import java.util.Optional;

/** The person whom a command can ask; every answer is empty when there is nobody. */
public interface Keyboard {

  /** Asks for something that is not shown while it is typed. */
  Optional<char[]> secret(String prompt);

  /** Asks for a line. */
  Optional<String> line(String prompt);

  /** Whoever sits at the terminal that both standard input and standard output are. */
  static Keyboard real() {
    return new Keyboard() {
      @Override
      public Optional<char[]> secret(String prompt) {
        return console().map(console -> console.readPassword("%s: ", prompt));
      }

      @Override
      public Optional<String> line(String prompt) {
        return console().map(console -> console.readLine("%s ", prompt));
      }
    };
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }
}
