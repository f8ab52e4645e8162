// SPDX-License-Identifier: Apache-2.0
/**
 * How results look to people: languages, tables with wide characters, labels, progress. It knows no
 * command.
 */
package org.grasslandcarbon.cli.console;
