// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.net.InetSocketAddress;
import java.util.Map;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** Runs the plain chaincode as a service, as an office runs the registry's. */
final class PlainServer {
  private PlainServer() {}

  /** Takes Fabric's environment variables for chaincode as a service. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> environment = System.getenv();
    String address = environment.get("CHAINCODE_SERVER_ADDRESS");
    int colon = address.lastIndexOf(':');
    ChaincodeServerProperties server = new ChaincodeServerProperties();
    server.setServerAddress(
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    server.setTlsEnabled(true);
    server.setKeyCertChainFile(environment.get("CHAINCODE_TLS_CERT"));
    server.setKeyFile(environment.get("CHAINCODE_TLS_KEY"));
    server.setTrustCertCollectionFile(environment.get("CHAINCODE_CLIENT_CA_CERT"));
    new NettyChaincodeServer(new PlainChaincode(environment.get("CHAINCODE_ID")), server).start();
  }
}
