// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/** A value that reads differently in Chinese and in English, e.g. a period. */
public interface Bilingual {
  /** The value for people. */
  Detail inWords();
}
