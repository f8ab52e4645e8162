// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The system chaincode {@code cscc}, as far as clients ask it for the channel's configuration; it
 * can only be evaluated.
 */
final class ConfigurationQueries {
  static final String NAME = "cscc";

  private final Ledger ledger;

  ConfigurationQueries(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param arguments function and channel
   */
  Response answer(List<ByteString> arguments) {
    if (arguments.size() < 2) {
      return Responses.failure("Incorrect number of arguments, " + arguments.size());
    }
    String function = arguments.get(0).toStringUtf8();
    String channel = arguments.get(1).toStringUtf8();
    if (!function.equals("GetConfigBlock")) {
      return Responses.failure("Requested function " + function + " not found.");
    }
    if (!channel.equals(ledger.configuration().channel())) {
      return Responses.failure("Unknown chain ID, " + channel);
    }
    // This peer's configuration never changes after block 0.
    return Responses.success(ledger.block(0).toByteString());
  }
}
