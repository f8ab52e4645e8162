// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland project}. */
@Command(
    name = "project",
    description = {"项目：申报、公示、审定、登记。", "Projects: proposal, publicity, validation, registration."},
    subcommands = {
      ProjectPropose.class,
      ProjectComment.class,
      ProjectValidate.class,
      ProjectRegister.class,
      ProjectDeregister.class,
      ProjectList.class,
      ProjectShow.class
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland project list --state REGISTERED"})
public final class ProjectCommands extends NounCommand {}
