// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says in a few lines what the start did, where the data is and what to try next. */
class StartReport {
  private final int exampleInstructions;
  private final EmbeddedTrust trust;

  /**
   * @param exampleInstructions how many instructions of the example registry this start loaded
   * @param trust against whom certificates of this ledger are verified
   */
  StartReport(int exampleInstructions, EmbeddedTrust trust) {
    this.exampleInstructions = exampleInstructions;
    this.trust = trust;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port", "8080");
    Path data = Path.of(environment.getProperty("grassland.data", "data")).toAbsolutePath();
    Path trustFile = trust.writeInto(data.normalize());
    print(System.out, "http://localhost:" + port, data.normalize(), trustFile);
  }

  private void print(PrintStream out, String url, Path data, Path trustFile) {
    out.println();
    if (exampleInstructions > 0) {
      out.printf(
          "已载入示例登记簿（%d 条签名指令）。 Loaded the example registry (%d signed instructions).%n",
          exampleInstructions, exampleInstructions);
    }
    out.printf("注册登记系统已就绪 The registry is ready: %s%n", url);
    out.printf("数据目录 Data: %s%n", data);
    out.printf("验证注销证书所用的信任文件 Trust file for certificates: %s%n", trustFile);
    trust
        .fingerprints()
        .forEach((mspId, fingerprint) -> out.printf("  %s SHA-256 %s%n", mspId, fingerprint));
    out.println(
        "本机单节点，仅供试用、开发与培训。 One machine holds every organisation's keys: for trying out,"
            + " development and training only.");
    out.println("试试 Try next:");
    out.println("  client/grassland tour                    一笔减排量的一生 a credit's whole life");
    out.println("  client/grassland project list            示例项目 the example projects");
    out.printf("  %s/swagger-ui.html    接口 the API%n", url);
    out.println();
  }
}
