// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many documents a gateway keeps, and how it sees to it that they harm nobody: {@code
 * grassland.documents.*}.
 *
 * @param sizeMost of a file; reports with maps and photographs have some ten megabytes
 * @param bytesMost of all files together
 * @param documentsMost files altogether: what is told of each is kept in memory, some 500 bytes
 * @param fetchedBytesMost of the files that were fetched from other gateways
 * @param participantBytesMost of the files that one participant was the first to store
 * @param participantPerDay files that one participant may send within 24 hours
 * @param scanCommand a program and its arguments, to which the path of each new file is added; it
 *     ends with 0 for a clean file and with 1 for a harmful one, as clamscan does; none when empty
 * @param scanClamd where clamd listens, host:port, to which each new file is sent; none when empty
 * @param scanWithin how long a scan may take; one that takes longer has failed
 * @param otherGateways addresses of other gateways of the same ledger, from which what is public is
 *     fetched, and which are asked what they hold; no other address is ever asked
 * @param answerWithin how long another gateway may take to say what it holds
 * @param fetchWithin how long a file may take to come from another gateway
 */
@ConfigurationProperties("grassland.documents")
public record DocumentSettings(
    @DefaultValue("50MB") DataSize sizeMost,
    @DefaultValue("100GB") DataSize bytesMost,
    @DefaultValue("100000") int documentsMost,
    @DefaultValue("50GB") DataSize fetchedBytesMost,
    @DefaultValue("5GB") DataSize participantBytesMost,
    @DefaultValue("500") int participantPerDay,
    @DefaultValue List<String> scanCommand,
    @DefaultValue("") String scanClamd,
    @DefaultValue("60s") Duration scanWithin,
    @DefaultValue List<URI> otherGateways,
    @DefaultValue("3s") Duration answerWithin,
    @DefaultValue("60s") Duration fetchWithin) {

  private static final int PORT_MOST = 65_535;

  public DocumentSettings {
    scanCommand = List.copyOf(scanCommand);
    otherGateways = otherGateways.stream().map(DocumentSettings::root).toList();
    if (!scanClamd.isEmpty() && !isHostAndPort(scanClamd)) {
      throw new IllegalArgumentException("scan-clamd is host:port, not " + scanClamd);
    }
  }

  private static boolean isHostAndPort(String text) {
    return text.matches("[^:\\s]+:[0-9]{1,5}")
        && Integer.parseInt(text.substring(text.indexOf(':') + 1)) <= PORT_MOST;
  }

  private static URI root(URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    boolean bare =
        address.getHost() != null && address.getQuery() == null && address.getUserInfo() == null;
    if (!http || !bare) {
      throw new IllegalArgumentException(
          "another gateway is http://host:port or https://host:port, not " + address);
    }
    return URI.create(address.toString().replaceFirst("/+$", ""));
  }
}
