// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import java.nio.file.Path;

/** The gateway cannot start, and a person can do something about it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  private StartException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
    this.en = en;
  }

  static StartException dataNotWritable(Path directory, Throwable cause) {
    return new StartException(
        "数据目录 " + directory + " 无法写入；请检查权限与磁盘空间，或用 --grassland.data 指定其他目录。",
        "The data directory "
            + directory
            + " cannot be written to: check its permissions and the disk's space, or name another with"
            + " --grassland.data.",
        cause);
  }

  /** What is wrong and what to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What is wrong and what to do, in English. */
  public String en() {
    return en;
  }
}
