// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What printed documents are written in: {@code grassland.paper.*}.
 *
 * @param fonts files of fonts, in which characters are looked for, one file after the other, that
 *     the typeface of documents does not have; none are looked for on the machine by themselves,
 *     since the same document would then be other bytes at another gateway
 */
@ConfigurationProperties("grassland.paper")
record PaperSettings(@DefaultValue List<String> fonts) {
  PaperSettings {
    fonts = List.copyOf(fonts);
    // A name that is mistyped is found at the start, and not by whoever wants a certificate.
    fonts.forEach(FurtherFont::read);
  }
}
