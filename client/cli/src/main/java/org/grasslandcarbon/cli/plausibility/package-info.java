// SPDX-License-Identifier: Apache-2.0
/** What is implausible, as people read it. */
package org.grasslandcarbon.cli.plausibility;
