// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.X509Identity;

/** The unmodified Fabric Gateway SDK with an enrolled identity. */
final class TestClient implements AutoCloseable {
  static final String CHANNEL = "grassland";
  static final String CHAINCODE = "keys";

  private final Gateway gateway;
  private final SigningIdentity signing;

  TestClient(EmbeddedIdentity identity, Channel channel) {
    signing = new SigningIdentity(identity);
    gateway =
        Gateway.newInstance()
            .identity(new X509Identity(identity.mspId(), identity.certificate()))
            .signer(signer(identity))
            .connection(channel)
            .connect();
  }

  static Signer signer(EmbeddedIdentity identity) {
    ECPrivateKeyParameters key = Ecdsa.privateKey((ECPrivateKey) identity.privateKey());
    return digest -> Ecdsa.signDigest(key, digest).toByteArray();
  }

  Gateway gateway() {
    return gateway;
  }

  Network network() {
    return gateway.getNetwork(CHANNEL);
  }

  Contract contract() {
    return network().getContract(CHAINCODE);
  }

  /** The serialized identity of the client. */
  ByteString creator() {
    return signing.serialized();
  }

  ByteString sign(ByteString bytes) {
    return signing.sign(bytes);
  }

  String submit(String function, String... arguments) throws Exception {
    return new String(contract().submitTransaction(function, arguments));
  }

  String evaluate(String function, String... arguments) throws Exception {
    return new String(contract().evaluateTransaction(function, arguments));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
