// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

/** The gateway cannot start, and a person can do something about it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  /**
   * @param zh what is wrong and what to do, in Chinese
   * @param en the same in English
   */
  StartException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
    this.en = en;
  }

  static StartException missingSetting(String name) {
    return new StartException(
        "缺少账本连接设置 " + name + "；请在配置文件、环境变量或命令行参数中给出。",
        "The setting "
            + name
            + " is missing: give it in a configuration file, the environment or as --"
            + name
            + "=VALUE.",
        null);
  }

  static StartException unreadable(String setting, Object file, Throwable cause) {
    return new StartException(
        "设置 " + setting + " 所指的文件 " + file + " 无法读取：" + cause.getMessage(),
        "The file " + file + " of the setting " + setting + " cannot be read: " + cause.getMessage(),
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
