// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

/** What the command says to scripts. The help of {@code grassland} lists them. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** The registry refused, or the tour found something that is not as the rules say. */
  public static final int REFUSED = 1;

  /** The command line, or a file named in it, is not right. */
  public static final int USAGE = 2;

  /** No gateway could take it: none was reached, or all were busy. */
  public static final int UNREACHABLE = 3;

  /** It may have been taken; {@code grassland instruction resume} finds out. */
  public static final int UNKNOWN_YET = 4;

  /** A key file cannot be used. */
  public static final int LOCAL_FILE = 5;

  /** A defect of this program. */
  public static final int DEFECT = 70;

  private ExitCode() {}
}
