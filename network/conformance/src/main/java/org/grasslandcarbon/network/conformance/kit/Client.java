// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import java.security.GeneralSecurityException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** The Fabric Gateway SDK in the name of an office's client, and the means to sign without it. */
public final class Client implements AutoCloseable {
  private final Office office;
  private final Signer signer;
  private final ByteString creator;
  private final Gateway gateway;

  Client(Office office) {
    this.office = office;
    signer = Signers.newPrivateKeySigner(office.privateKey());
    X509Identity identity = new X509Identity(office.mspId(), office.certificate());
    creator =
        SerializedIdentity.newBuilder()
            .setMspid(identity.getMspId())
            .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
            .build()
            .toByteString();
    gateway =
        Gateway.newInstance()
            .identity(identity)
            .signer(signer)
            .hash(Hash.SHA256)
            .connection(office.channel())
            .connect();
  }

  /** The organisation. */
  public String mspId() {
    return office.mspId();
  }

  /** For calls that the SDK does not make. */
  public Channel channel() {
    return office.channel();
  }

  public Gateway gateway() {
    return gateway;
  }

  public Network network() {
    return gateway.getNetwork(Target.CHANNEL);
  }

  public Contract contract(String chaincode) {
    return network().getContract(chaincode);
  }

  /** The serialized identity. */
  public ByteString creator() {
    return creator;
  }

  /** The signature over bytes, as Fabric wants it. */
  public ByteString sign(ByteString bytes) {
    try {
      return ByteString.copyFrom(signer.sign(Hash.SHA256.apply(bytes.toByteArray())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
