// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.finding;

import org.grasslandcarbon.domain.value.Detail;

/**
 * One thing that was found.
 *
 * @param code which it is
 * @param detail what exactly, in English
 * @param detailZh the same in Chinese
 * @param place where
 */
public record Finding(FindingCode code, String detail, String detailZh, Place place) {
  /** Longer details are cut: they are made of what stands in blocks, and may be of any length. */
  private static final int DETAIL_MOST = 500;

  public static Finding of(FindingCode code, Place place, Detail detail) {
    return new Finding(code, cut(detail.en()), cut(detail.zh()), place);
  }

  private static String cut(String text) {
    return text.length() <= DETAIL_MOST ? text : text.substring(0, DETAIL_MOST) + "…";
  }
}
