// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.methodology;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;

/** {@code publishMethodology}. */
@Command(
    name = "publish",
    description = {
      "发布方法学版本（国家主管部门）；从 --template 开始编写。",
      "Publishes a methodology version (the authority); start from --template."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland methodology publish --template > methodology.json",
      "  grassland methodology publish --file methodology.json --as authority"
    })
final class MethodologyPublish extends SendCommand {
  @Override
  protected String action() {
    return "publishMethodology";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    // Everything comes from the file: a methodology is a document, not a row of options.
  }
}
