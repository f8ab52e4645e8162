// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

/** What the command says to scripts. The help of {@code grassland} lists them. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** The registry refused, or the tour found something that is not as the rules say. */
  public static final int REFUSED = 1;

  /** The command line, or what a file named in it says, is not right. */
  public static final int USAGE = 2;

  /** No gateway could take it: none was reached, or all were busy. What was signed is kept. */
  public static final int UNREACHABLE = 3;

  /** It may have been taken; {@code grassland instruction resume} finds out. */
  public static final int UNKNOWN_YET = 4;

  /** A file of this machine cannot be read or written, whatever it is for. */
  public static final int LOCAL_FILE = 5;

  /** Nothing was signed: an instruction of the kind waits in the outbox. */
  public static final int WAITS_IN_OUTBOX = 6;

  /** A defect of this program. */
  public static final int DEFECT = 70;

  private ExitCode() {}
}
