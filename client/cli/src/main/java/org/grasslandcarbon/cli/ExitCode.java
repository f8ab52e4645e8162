// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.domain.value.Name;

/** What the command says to scripts. The help of {@code grassland} lists them. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /**
   * The registry refused, what was asked for was not done, or the tour found something that is not
   * as the rules say.
   */
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

  /** An audit has found nothing wrong, and has not checked all that it was asked for. */
  public static final int NOT_ALL_CHECKED = 7;

  /** A defect of this program. */
  public static final int DEFECT = 70;

  /** What each means, for help. */
  static final Map<Integer, Name> MEANINGS = meanings();

  private ExitCode() {}

  private static Map<Integer, Name> meanings() {
    Map<Integer, Name> meanings = new LinkedHashMap<>();
    meanings.put(OK, Name.of("完成", "done"));
    meanings.put(
        REFUSED,
        Name.of(
            "登记系统拒绝，或未能完成（或导览发现不符）",
            "refused by the registry, or not done (or the tour found a fault)"));
    meanings.put(
        USAGE, Name.of("命令行或文件内容有误", "the command line, or what a file says, is not right"));
    meanings.put(
        UNREACHABLE,
        Name.of(
            "没有网关受理：无法连接或繁忙；已签指令存入发件箱",
            "no gateway took it, unreachable or busy: what was signed is kept in the outbox"));
    meanings.put(
        UNKNOWN_YET,
        Name.of(
            "结果尚未知，指令存入发件箱：grassland instruction resume",
            "outcome not known yet, kept in the outbox: run grassland instruction resume"));
    meanings.put(
        LOCAL_FILE, Name.of("密钥或其他文件无法读写", "a key or another file cannot be read or written"));
    meanings.put(
        WAITS_IN_OUTBOX,
        Name.of("未签署：发件箱中有同类指令", "nothing was signed: one of the kind waits in the outbox"));
    meanings.put(
        NOT_ALL_CHECKED,
        Name.of(
            "审计未发现不符，但所要求的并未全部核对",
            "an audit found nothing wrong, and has not checked all that it was asked for"));
    meanings.put(DEFECT, Name.of("程序缺陷", "a defect of this program"));
    return Collections.unmodifiableMap(meanings);
  }
}
