// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import tools.jackson.databind.JsonNode;

/** A file that the command line names has errors, which have been listed. */
public final class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String zh;
  private final transient JsonNode document;

  /**
   * @param document what is wrong, for programs
   */
  public FileRefused(String code, String zh, String en, JsonNode document) {
    super(en);
    this.code = code;
    this.zh = zh;
    this.document = document;
  }

  String code() {
    return code;
  }

  String zh() {
    return zh;
  }

  JsonNode document() {
    return document;
  }
}
