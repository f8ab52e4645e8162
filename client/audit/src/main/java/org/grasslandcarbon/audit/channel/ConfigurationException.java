// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/** A configuration cannot be read, or may not follow the one before. */
public final class ConfigurationException extends RuntimeException implements Bilingual {
  private static final long serialVersionUID = 1L;

  private final transient Detail detail;

  ConfigurationException(Detail detail) {
    super(detail.en());
    this.detail = detail;
  }

  @Override
  public Detail inWords() {
    return detail;
  }
}
