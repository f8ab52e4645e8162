// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.nio.file.Path;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.RevealBid;
import org.grasslandcarbon.domain.market.SealedBid;

/**
 * What a bidder keeps of a sealed bid until it reveals it: the arguments of {@code revealBid}, in a
 * file for its owner only. Nobody else has them, and without them the bond is lost, so that the
 * file is on the disk before the digest is told.
 */
public final class SealedBidFile {
  private SealedBidFile() {}

  /**
   * Keeps a bid.
   *
   * @throws LocalFileException when the file exists or cannot be written
   */
  public static void create(Path file, SealedBid bid) {
    RevealBid revealed = new RevealBid(bid.auction(), bid.price(), bid.quantity(), bid.salt());
    PrivateFile.create(file, Codec.write(revealed));
  }
}
