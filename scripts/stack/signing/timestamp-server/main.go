// A timestamp authority with a key in memory. It prints the address that it listens on.
// The authority's own program has its metrics on one port, so that a machine can't have two of them.
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/sigstore/timestamp-authority/v2/pkg/server"
	"github.com/spf13/viper"
)

func main() {
	const policy = "1.3.6.1.4.1.57264.2"
	viper.Set("timestamp-signer", "memory")
	viper.Set("timestamp-signer-hash", "sha256")
	viper.Set("default-policy-oid", policy)
	viper.Set("accepted-policy-oids", []string{policy})
	viper.Set("max-request-body-size", 1<<20)
	const timeout = 30 * time.Second
	authority := server.NewRestAPIServer("127.0.0.1", 0, []string{"http"}, false, timeout, timeout)
	if err := authority.Listen(); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s:%d\n", authority.Host, authority.Port)
	log.Fatal(authority.Serve())
}
