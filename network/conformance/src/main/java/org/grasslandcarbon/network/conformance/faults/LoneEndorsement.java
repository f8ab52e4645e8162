// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** What a dishonest office would do: submit a transaction that only its own peer has endorsed. */
final class LoneEndorsement {
  private LoneEndorsement() {}

  /**
   * Brings an instruction to the ledger with the endorsement of one office.
   *
   * @return Fabric's validation code of the transaction
   */
  static String submit(Network network, Office office, InstructionText text) {
    Path identities = network.home(office).resolve("identity");
    Path msp = identities.resolve("gateway/msp");
    LedgerIdentity identity =
        LedgerIdentity.read(
            office.mspId(), msp.resolve("signcerts/cert.pem"), msp.resolve("keystore/priv_sk"));
    ManagedChannel channel = channel(network.peer(office), identities.resolve("peer/tls/ca.pem"));
    try (Gateway gateway =
        Gateway.newInstance()
            .identity(new X509Identity(identity.mspId(), identity.certificate()))
            .signer(Signers.newPrivateKeySigner(identity.privateKey()))
            .hash(Hash.SHA256)
            .connection(channel)
            .connect()) {
      return gateway
          .getNetwork("grassland")
          .getContract("registry")
          .newProposal("submit")
          .addArguments(text.jws())
          .setEndorsingOrganizations(office.mspId())
          .build()
          .endorse()
          .submitAsync()
          .getStatus()
          .getCode()
          .name();
    } catch (GatewayException e) {
      throw new FaultFailed("the lone endorsement came to no block: " + e.getMessage());
    } finally {
      channel.shutdownNow();
    }
  }

  private static ManagedChannel channel(String peer, Path authority) {
    try {
      return Grpc.newChannelBuilder(
              peer, TlsChannelCredentials.newBuilder().trustManager(authority.toFile()).build())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
