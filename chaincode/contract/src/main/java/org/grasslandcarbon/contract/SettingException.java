// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

/** A setting is missing or wrong; the message tells the operator what to change. */
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param chinese one sentence
   * @param english the same sentence
   */
  SettingException(String chinese, String english) {
    super(chinese + " " + english);
  }
}
