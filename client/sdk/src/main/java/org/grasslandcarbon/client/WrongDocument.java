// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.net.URI;
import org.grasslandcarbon.domain.value.Sha256;

/** A gateway answered with something else than the document that was asked for. */
public final class WrongDocument extends ClientException {
  private static final long serialVersionUID = 1L;

  WrongDocument(URI gateway, Sha256 asked, Sha256 came) {
    super(
        gateway + " 提供的不是文件 " + asked + "，其 SHA-256 为 " + came + "；未保存。请改用其他网关。",
        gateway
            + " answered with something else than document "
            + asked
            + ", of the SHA-256 "
            + came
            + ", and nothing was stored: use another gateway.",
        null);
  }
}
