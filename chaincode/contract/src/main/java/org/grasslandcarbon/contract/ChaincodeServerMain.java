// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * Runs the registry's chaincode as a service for a Fabric peer; see {@link ServerSettings} for the
 * environment it reads. Ends in order on SIGTERM. Exit codes: 2 for a wrong setting, 1 for an
 * address that is not free.
 */
public final class ChaincodeServerMain {
  private static final System.Logger LOG = System.getLogger(ChaincodeServerMain.class.getName());

  private static final int NOT_STARTED = 1;
  private static final int WRONG_SETTING = 2;

  private ChaincodeServerMain() {}

  /** Serves until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try {
      serve(System.getenv(), Clock.systemUTC());
    } catch (SettingException e) {
      err.println(e.getMessage());
      System.exit(WRONG_SETTING);
    } catch (IOException e) {
      err.println(
          "无法监听 CHAINCODE_SERVER_ADDRESS，请检查该地址是否已被占用。 Cannot listen on CHAINCODE_SERVER_ADDRESS:"
              + " check whether another process uses it. ("
              + e.getMessage()
              + ")");
      System.exit(NOT_STARTED);
    }
  }

  /**
   * Serves until the process is told to end.
   *
   * @param environment the settings
   * @param clock what transactions' times are held against: the system's, but where a test is about
   *     a wrong one
   * @throws IOException when the address is not free
   */
  public static void serve(Map<String, String> environment, Clock clock)
      throws IOException, InterruptedException {
    ServerSettings settings = ServerSettings.from(environment);
    GrasslandChaincode chaincode =
        new GrasslandChaincode(
            settings.packageId(),
            clock,
            settings.clockTolerance(),
            settings.foundingOrganisations());
    ChaincodeServer server = ChaincodeServer.start(settings, chaincode);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "grassland-shutdown"));
    LOG.log(
        System.Logger.Level.INFO,
        () ->
            "listening on "
                + settings.address()
                + (settings.tls().isPresent() ? ", mutual TLS" : ", plaintext"));
    server.awaitEnd();
  }
}
